// Light or dark: the reader's system decides until the toggle is used; then the choice is remembered where storage is allowed.
// A classic script in the head, so that the page is never painted in the other theme first.
;(function () {
  'use strict'
  var root = document.documentElement
  var system = window.matchMedia ? window.matchMedia('(prefers-color-scheme: dark)') : null
  function stored() {
    try {
      return window.localStorage.getItem('theme')
    } catch {
      return null
    }
  }
  function isDark() {
    var chosen = root.getAttribute('data-theme')
    return chosen ? chosen === 'dark' : !!system && system.matches
  }
  var first = stored()
  if (first === 'dark' || first === 'light') root.setAttribute('data-theme', first)

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.querySelector('.theme-toggle')
    if (!button) return
    function show() {
      button.setAttribute('aria-pressed', String(isDark()))
    }
    button.hidden = false
    show()
    if (system && system.addEventListener) system.addEventListener('change', show)
    button.addEventListener('click', function () {
      var next = isDark() ? 'light' : 'dark'
      root.setAttribute('data-theme', next)
      try {
        window.localStorage.setItem('theme', next)
      } catch {
        // Storage is denied: the choice lasts for this page.
      }
      show()
      root.dispatchEvent(new CustomEvent('themechange', { detail: next }))
    })
  })
})()
