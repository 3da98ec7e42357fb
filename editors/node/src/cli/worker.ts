// One of several threads that check files: a target in, an outcome out.
import { parentPort, workerData } from 'node:worker_threads';
import { loadShared } from './engines.js';
import { Checker, type Job } from './lint_file.js';
import type { Target } from './walk.js';

const checker = new Checker(loadShared(), workerData.job as Job);
parentPort?.on('message', (target: Target) => parentPort?.postMessage(checker.lintTarget(target)));
