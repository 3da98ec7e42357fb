// The command line, read by the table that the program writes about itself (`personfirst man --json`), so that no option is listed
// twice. Mistakes are told in the program's words.
import table from '../made/command_line.json' with { type: 'json' };

interface Value {
  name: string;
  words: string[];
  list: boolean;
}
interface Option {
  names: string[];
  value: Value | null;
  repeatable: boolean;
  excludes: string[];
}
interface Argument {
  value: Value;
  repeatable: boolean;
  required: boolean;
}
interface Command {
  name: string;
  help: string;
  options: Option[];
  arguments: Argument[];
  commands: Command[];
}

export const program: Command = table.program;

/** What was asked: the command ("config show"; empty: none), and what its options got, by their long name. */
export interface Asked {
  command: string;
  flags: Set<string>;
  values: Map<string, string[]>;
  /** What stands for no option. */
  words: string[];
}

export class Help extends Error {
  constructor(readonly page: string) {
    super('help');
  }
}

/** A mistake in the command line. `command`: whose help is recommended, with a space before it. */
export class Mistake extends Error {
  constructor(
    message: string,
    readonly command: string,
  ) {
    super(message);
  }
}

const longName = (option: Option) => option.names.find(name => name.startsWith('--')) ?? option.names[0];
const YES = new Set(['true', 'on', 'yes', '1', 'enable']);
const NO = new Set(['false', 'off', 'no', '0', 'disable']);

class Reader {
  readonly asked: Asked = { command: '', flags: new Set(), values: new Map(), words: [] };
  readonly #rest: string[];
  readonly #extras: string[] = [];
  readonly #chain: Command[] = [program];
  #wantsHelp = false;
  #helpOf = program;

  constructor(words: readonly string[]) {
    this.#rest = [...words];
  }

  get #command() {
    return this.#chain[this.#chain.length - 1];
  }

  read(): Asked {
    let onlyWords = false;
    while (this.#rest.length > 0) {
      const word = this.#rest.shift() as string;
      if (onlyWords) this.#take(word);
      else if (word === '--') onlyWords = true;
      else if (word.startsWith('--') && word.length > 2) this.#long(word);
      else if (word.startsWith('-') && word.length > 1) this.#short(word);
      else if (!this.#enter(word)) this.#take(word);
    }
    this.#check();
    this.asked.command = this.#command.name;
    return this.asked;
  }

  #mistake(what: string): Mistake {
    return new Mistake(what, this.#chain.length > 1 ? ` ${this.#chain[1].name}` : '');
  }

  #enter(word: string) {
    const below = this.#command.commands.find(command => command.name.split(' ').pop() === word);
    if (!below || this.asked.words.length > 0) return false;
    this.#chain.push(below);
    return true;
  }

  #take(word: string) {
    const { arguments: places } = this.#command;
    const isRoom = this.asked.words.length < places.length || places.some(place => place.repeatable);
    if (isRoom) this.asked.words.push(word);
    else this.#extras.push(word);
  }

  #find(name: string) {
    return this.#command.options.find(option => option.names.includes(name));
  }

  #long(word: string) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const option = this.#find(name);
    if (!option) this.#extras.push(word);
    else this.#set(option, equals < 0 ? undefined : word.slice(equals + 1) || undefined);
  }

  #short(word: string) {
    const option = this.#find(word.slice(0, 2));
    if (!option) {
      this.#extras.push(word);
      return;
    }
    const rest = word.slice(2);
    if (option.value) {
      this.#set(option, rest === '' ? undefined : rest.replace(/^=/, ''));
      return;
    }
    this.#set(option, undefined);
    if (rest !== '') this.#rest.unshift(`-${rest}`);
  }

  #set(option: Option, given: string | undefined) {
    const name = longName(option);
    if (!option.value) {
      if (given !== undefined && !YES.has(given) && !NO.has(given)) throw this.#mistake(`Could not convert: ${name} = ${given}`);
      if (name === '--help') {
        this.#wantsHelp = true;
        this.#helpOf = this.#command;
      } else if (given === undefined || YES.has(given)) this.asked.flags.add(name);
      return;
    }
    const value = given ?? this.#rest.shift();
    if (value === undefined) throw this.#mistake(`${name}: 1 required ${typeOf(option.value)} missing`);
    const values = this.asked.values.get(name) ?? [];
    values.push(...(option.value.list ? value.split(',') : [value]));
    this.asked.values.set(name, values);
  }

  #check() {
    for (const option of this.#chain.flatMap(command => command.options)) this.#checkValues(option);
    if (this.#wantsHelp) throw new Help(this.#helpOf.help);
    const { arguments: places, options } = this.#command;
    places.forEach((place, i) => {
      const word = this.asked.words[i];
      if (word === undefined && place.required) throw this.#mistake(`${place.value.name} is required`);
      if (word !== undefined) this.#checkWord(place.value.name, place.value, word);
    });
    const isGiven = (name: string) => this.asked.flags.has(name) || this.asked.values.has(name);
    for (const option of options) {
      const other = option.excludes.find(isGiven);
      if (other && isGiven(longName(option))) throw this.#mistake(`${longName(option)} excludes ${other}`);
    }
    if (this.#extras.length === 0) return;
    if (this.#chain.length === 1) throw this.#mistake(`there is no command ${this.#extras[0]}`);
    const were = this.#extras.length > 1 ? 'arguments were' : 'argument was';
    throw this.#mistake(`The following ${were} not expected: ${[...this.#extras].reverse().join(' ')}`);
  }

  #checkValues(option: Option) {
    const name = longName(option);
    const values = this.asked.values.get(name);
    if (!values || !option.value) return;
    if (!option.repeatable && values.length > 1)
      throw this.#mistake(`${name}: 1 required ${typeOf(option.value)} missing`.replace(/1 required .*/, `At Most 1 required but received ${values.length}`));
    for (const value of values) this.#checkWord(name, option.value, value);
  }

  #checkWord(name: string, value: Value, word: string) {
    if (value.name === 'FORMAT=FILE') return;
    if (value.words.length > 0 && !value.words.includes(word)) throw this.#mistake(`${name}: ${word} not in {${value.words.join(',')}}`);
    if (value.name !== 'N') return;
    const number = /^\d+$/.test(word) ? Number(word) : 0;
    if (number < 1 || number > 256) throw this.#mistake(`${name}: Value ${word} not in range 1 to 256`);
  }
}

const typeOf = (value: Value) => (value.words.length > 0 ? `${value.name}:${value.words.join(',')}` : value.name);

export const readCommandLine = (words: readonly string[]): Asked => new Reader(words).read();
