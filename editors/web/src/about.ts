// The dialog that tells what the page is made of. Its licences are packed in the page, and unpacked when somebody asks.
import { unzlibSync } from 'fflate';
import { byId, element } from './dom.ts';

function licences(): { parts: { name: string; text: string }[] } {
  const packed = Uint8Array.from(atob(byId('licences').textContent.trim()), (one) => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(unzlibSync(packed))) as ReturnType<typeof licences>;
}

export function setUpAbout(version: () => string) {
  const dialog = byId<HTMLDialogElement>('about');
  byId('about-close').addEventListener('click', () => { dialog.close(); });
  byId('about-open').addEventListener('click', () => {
    byId('version').textContent = version();
    const place = byId('notices-text');
    if (place.childElementCount === 0) {
      place.append(...licences().parts.map(({ name, text }) => element('details', {},
        element('summary', {}, name), element('pre', {}, text))));
    }
    dialog.showModal();
  });
}
