// Files that the program reads and the module does not.

const ENDING = /\.(?:docx|docm|dotx|odt|ott|pptx|ppsx|odp|epub|xlsx|xlsm|ods)$/i;

export function isOfficeDocument(path: string): boolean {
  return ENDING.test(path);
}
