// personfirst: the command line. 0 clean, 1 findings, 2 something could not be done.
import { EngineError, EngineFailure } from '../made/engine.mjs';
import texts from '../made/texts.json' with { type: 'json' };
import { batch } from './batch.js';
import { type Asked, Help, Mistake, program, readCommandLine } from './command_line.js';
import { init, onlyConfig, showConfig } from './config.js';
import { lint } from './lint.js';
import { Output, complain, print } from './output.js';
import { explain, listRules, testRules, version } from './rules.js';
import { Complaint } from './system.js';

function nothing(asked: Asked): number {
  if (asked.flags.has('--version')) return version(asked);
  if (asked.flags.has('--json')) throw new Mistake('--json goes with --version', '');
  const output = new Output(2);
  output.write(program.help);
  return output.finish(2);
}

const commands: Record<string, (asked: Asked) => number | Promise<number>> = {
  '': nothing,
  lint,
  batch,
  rules: listRules,
  'rules test': testRules,
  explain,
  init,
  config: onlyConfig,
  'config show': showConfig,
  man: asked => print(asked.flags.has('--json') ? texts.json : texts.man),
  completions: asked => print(texts.completions[asked.words[0] as keyof typeof texts.completions]),
};

async function run(words: string[]): Promise<number> {
  try {
    const asked = readCommandLine(words);
    const command = asked.flags.has('--version') ? '' : asked.command;
    return await commands[command](asked);
  } catch (error) {
    if (error instanceof Help) return print(error.page);
    if (error instanceof Mistake) complain(`${error.message}\nTry: personfirst${error.command} --help`);
    else if (error instanceof Complaint || error instanceof EngineError || error instanceof EngineFailure) complain(error.message);
    else complain(`internal error: ${error instanceof Error ? error.message : 'unknown'}`);
    return 2;
  }
}

process.exit(await run(process.argv.slice(2)));
