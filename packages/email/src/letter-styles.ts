import type { CSSProperties } from "react";

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const ink = "#18181b";
const quiet = "#63636b";

/** Inline styles: what every mail program reads. Sizes in px on a 4 px grid. */
export const styles = {
  body: { margin: 0, padding: "40px 12px", backgroundColor: "#f7f7f8", fontFamily: font },
  card: { maxWidth: 520, backgroundColor: "#ffffff", border: "1px solid #e4e4e7", borderRadius: 8 },
  inside: { padding: "32px 32px 28px" },
  brand: { margin: "0 0 28px", color: ink, fontSize: 15, lineHeight: "20px", fontWeight: 600 },
  heading: {
    margin: "0 0 20px",
    color: ink,
    fontSize: 22,
    lineHeight: "28px",
    fontWeight: 600,
    letterSpacing: "-0.2px",
  },
  text: { margin: "0 0 16px", color: ink, fontSize: 15, lineHeight: "24px", overflowWrap: "anywhere" },
  facts: { margin: "4px 0 20px", width: "100%" },
  factLabel: {
    padding: "4px 16px 4px 0",
    color: quiet,
    fontSize: 14,
    lineHeight: "20px",
    verticalAlign: "top",
    width: 96,
  },
  factValue: { padding: "4px 0", color: ink, fontSize: 14, lineHeight: "20px", overflowWrap: "anywhere" },
  action: { margin: "8px 0 20px" },
  button: {
    padding: "12px 20px",
    borderRadius: 6,
    backgroundColor: ink,
    color: "#ffffff",
    fontSize: 15,
    lineHeight: "20px",
    fontWeight: 600,
  },
  alternative: { color: ink, fontSize: 14, lineHeight: "20px", textDecoration: "underline" },
  small: { margin: "0 0 8px", color: quiet, fontSize: 13, lineHeight: "20px" },
  written: { margin: 0, color: quiet, fontSize: 13, lineHeight: "20px", wordBreak: "break-all" },
  rule: { margin: "24px 0", borderTop: "1px solid #e4e4e7" },
  footer: { maxWidth: 520, padding: "20px 20px 0" },
  reason: { margin: "0 0 8px", color: quiet, fontSize: 12, lineHeight: "18px", overflowWrap: "anywhere" },
  productLink: { color: quiet, textDecoration: "underline" },
} satisfies Record<string, CSSProperties>;

/** For mail programs that know media queries: dark colours, and less padding on a phone. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .pf-page > table > tbody > tr > td { padding: 16px 8px !important; }
  .pf-inside { padding: 24px 20px 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .pf-page, .pf-page > table > tbody > tr > td { background-color: #0c0c0e !important; }
  .pf-card { background-color: #161618 !important; border-color: #2c2c30 !important; }
  .pf-ink { color: #ededef !important; }
  .pf-quiet { color: #a0a0a8 !important; }
  .pf-rule { border-color: #2c2c30 !important; }
  .pf-button { background-color: #ededef !important; color: #161618 !important; }
}
`;
