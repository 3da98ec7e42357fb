declare module 'virtual:engine-worker' {
  /** The worker's script, built. */
  const source: string;
  export default source;
}
