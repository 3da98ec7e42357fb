// Files that the bundler takes in as they are.
declare module '*.jsonc' {
  const text: string;
  export default text;
}
