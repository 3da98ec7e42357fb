// Elements in a line of code. Text is always text here, never markup.

type Child = Node | string | false | null | undefined;
type Attributes = Record<string, string | boolean | number | null | undefined | ((event: Event) => void)>;

/** `on…` attributes are listeners; `false` and null leave an attribute out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== false && child !== null && child !== undefined));
  return made;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found as Type;
}

export const isMac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);
