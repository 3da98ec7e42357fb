// Where the module, its tables and its worker are in the package, if it has them.
export const MODULE = 'dist/personfirst_server.wasm';
export const CHARSETS = 'dist/charsets.dat';
export const WORKER = 'dist/server.js';
