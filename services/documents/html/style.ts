/** Style sheet of a document in HTML. */
export const documentStyle = new URL('document.css', import.meta.url);

/** Style sheet of the pictures in documents and reports (parts.ts). */
export const pictureStyle = new URL('picture.css', import.meta.url);
