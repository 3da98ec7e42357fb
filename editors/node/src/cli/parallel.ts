import * as os from 'node:os';

/** Since Node 18.14; before, the number of cores. */
export const availableParallelism = (): number => os.availableParallelism?.() ?? os.cpus().length;
