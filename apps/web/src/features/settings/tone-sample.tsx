import type { AccentTones } from "@pronaflow/contract";
import { contrastBetween } from "@pronaflow/contract";
import { useFormatter, useTranslations } from "next-intl";

interface ToneSampleProps {
  name: string;
  tone: AccentTones;
  /** The theme. */
  label: string;
  /** What it lies on there. */
  surface: string;
}

/** An accent as one theme shows it, whatever theme one looks in. */
export function ToneSample({ name, tone, label, surface }: ToneSampleProps) {
  const t = useTranslations("settings.branding");
  const format = useFormatter();
  const ratio = format.number(contrastBetween(tone.accent, surface), { maximumFractionDigits: 1 });
  return (
    <dd className="flex items-center gap-3 rounded-md border px-3 py-2" style={{ backgroundColor: surface }}>
      <span
        aria-hidden
        className="grid size-8 place-items-center rounded-sm font-semibold text-xs"
        style={{ backgroundColor: tone.accent, color: tone.foreground }}
      >
        {[...name][0]?.toUpperCase()}
      </span>
      <span className="grid" style={{ color: tone.accent }}>
        <span className="font-medium">{label}</span>
        <span className="text-xs">{t("contrast", { ratio })}</span>
      </span>
    </dd>
  );
}
