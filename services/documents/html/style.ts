/** Style sheet of a document in HTML. */
export const documentStyle = new URL('document.css', import.meta.url);
