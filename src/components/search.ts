/** The way into the search: the dialog and its index are loaded when they are first asked for. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.search-link')) {
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    // Where it cannot be loaded, the link does what it does without script.
    import('./search-dialog.ts').then(({ openSearch }) => openSearch(link)).catch(() => location.assign(link.href))
  })
}
