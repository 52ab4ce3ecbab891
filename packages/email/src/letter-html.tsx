import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { Letter } from "./letter.ts";
import { sheet, styles } from "./letter-styles.ts";

/** The one layout of every mail: brand, message, one button, the link written out, why it was sent. */
export function LetterHtml({ letter }: { letter: Letter }) {
  return (
    <Html lang={letter.lang}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{sheet}</style>
      </Head>
      <Body className="pf-page" style={styles.body}>
        <Preview>{letter.preheader}</Preview>
        <Container className="pf-card" style={styles.card}>
          <Section>
            <Message letter={letter} />
          </Section>
        </Container>
        <Container style={styles.footer}>
          <Footer letter={letter} />
        </Container>
      </Body>
    </Html>
  );
}

function Message({ letter }: { letter: Letter }) {
  return (
    <div className="pf-inside" style={styles.inside}>
      <Text className="pf-ink" style={styles.brand}>
        {letter.product.name}
      </Text>
      <Heading as="h1" className="pf-ink" style={styles.heading}>
        {letter.heading}
      </Heading>
      <Paragraph>{letter.greeting}</Paragraph>
      <Paragraph>{letter.lead}</Paragraph>
      {letter.facts.length > 0 && <Facts facts={letter.facts} />}
      <Paragraph>{letter.more}</Paragraph>
      {letter.action && (
        <Section style={styles.action}>
          <Button href={letter.action.link} className="pf-button" style={styles.button}>
            {letter.action.label}
          </Button>
        </Section>
      )}
      {letter.alternatives.map(({ label, link }) => (
        <Text key={link} style={styles.text}>
          <Link href={link} className="pf-ink" style={styles.alternative}>
            {label}
          </Link>
        </Text>
      ))}
      <Text className="pf-quiet" style={styles.small}>
        {letter.note}
      </Text>
      {letter.action && <WrittenLink introduction={letter.linkIntroduction} link={letter.action.link} />}
    </div>
  );
}

function Paragraph({ children }: { children: string }) {
  return (
    <Text className="pf-ink" style={styles.text}>
      {children}
    </Text>
  );
}

function Facts({ facts }: { facts: Letter["facts"] }) {
  return (
    <table cellPadding={0} cellSpacing={0} style={styles.facts}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" align="left" className="pf-quiet" style={{ ...styles.factLabel, fontWeight: 400 }}>
              {label}
            </th>
            <td className="pf-ink" style={styles.factValue}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WrittenLink({ introduction, link }: { introduction: string; link: string }) {
  return (
    <>
      <Hr className="pf-rule" style={styles.rule} />
      <Text className="pf-quiet" style={styles.small}>
        {introduction}
      </Text>
      <Text className="pf-quiet" style={styles.written}>
        {link}
      </Text>
    </>
  );
}

function Footer({ letter }: { letter: Letter }) {
  return (
    <>
      <Text className="pf-quiet" style={styles.reason}>
        {letter.reason}
      </Text>
      <Text className="pf-quiet" style={styles.reason}>
        <Link href={letter.product.url} className="pf-quiet" style={styles.productLink}>
          {letter.product.name}
        </Link>
      </Text>
      {letter.placesBy && (
        <Text className="pf-quiet" style={styles.reason}>
          <Link href={letter.placesBy.link} className="pf-quiet" style={styles.productLink}>
            {letter.placesBy.label}
          </Link>
        </Text>
      )}
    </>
  );
}
