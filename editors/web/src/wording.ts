// What people read about findings. No matching here, and no terms: those are the rules'.
import type { FailureCode, Finding, Fix, Format, Severity } from './protocol.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

export const severityName: Record<Severity, string> = {
  error: 'Best avoided',
  warning: 'Better reworded',
  hint: 'Worth a thought',
};

export const severityMeaning: Record<Severity, string> = {
  error: 'published guidance agrees on it',
  warning: 'most guidance advises against it',
  hint: 'it depends on what you mean',
};

const packNames: Record<string, string> = {
  core: 'Alcohol and other drugs',
  framing: 'How stories are told',
  clinical: 'Clinical notes and letters',
  gambling: 'Gambling',
  hiv: 'HIV and hepatitis',
  housing: 'Housing',
  justice: 'Police, courts and prison',
  'mental-health': 'Mental health',
  suicide: 'Suicide',
  tobacco: 'Tobacco and vaping',
};

export function packName(pack: string): string {
  const plain = pack.replaceAll(/[-_]/g, ' ');
  return packNames[pack] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

export const formatName: Record<Format, string> = { plain: 'Plain text', markdown: 'Markdown', html: 'HTML' };

export const contextNote: Record<Finding['context'], string> = {
  prose: '',
  quotation: 'This is a quotation. What somebody said can stay; think of how you introduce it.',
  'self-label': 'Somebody speaks of themselves here. People choose their own words; leave them if they are theirs.',
};

/** What follows the wording in a fix's title: “(if a diagnosis is stated)”. */
export const condition = ({ title }: Fix): string => /\(([^()]*)\)$/.exec(title)?.[1] ?? '';

export const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

const again = 'Your text is unharmed, and checking goes on when you change it.';

export const failureWords: Record<FailureCode, string> = {
  'out-of-memory': `This text needs more memory than the browser gives. ${again} Checking it in parts will help.`,
  'too-deep': `This text is nested too deeply to be checked. ${again} Switching it to “Plain text” will help.`,
  trap: `Something went wrong while checking, and the checker was started anew. ${again}`,
  'too-slow': `Checking took too long and was stopped. ${again} Checking it in parts will help.`,
  start: 'The checker could not start in this browser. You can go on writing here, and nothing is lost. '
    + 'A current Firefox, Chrome, Edge or Safari can run it.',
};

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;
}

export const SAMPLE = `A new start for our clinic

Substance abuse touches many families in our town. If you are an addict, or care about one, this page is for you.

Our nurses ask for a urine sample at the first visit. A dirty urine does not end your treatment, and nobody is sent away. Please \
keep clean water with you, as the medicine makes some people thirsty.

Living with an alcoholic is hard. “I was a junkie for ten years,” says Ana, 42, “and today I help others.” She has been clean \
since 2019. 😀

Our van is open to any drug user, also at night. Naloxone is free, and nobody asks for a name.
`;
