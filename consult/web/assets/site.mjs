// Everything here is an extra: each page does its whole job without it.
import { Button, CharacterCount, createAll, ErrorSummary, ExitThisPage, PasswordInput, Radios, SkipLink } from 'govuk-frontend'
import { takeWithProgress } from './taking.mjs'

// Counts as the server does: an emoji is one character, where JavaScript would count two.
class CountCharacters extends CharacterCount {
  updateCount () {
    this.count = [...this.$textarea.value].length
  }
}

// Leaves no step back to the page, no word in its boxes, and no key to the answers, however slow our own server is.
class LeaveQuickly extends ExitThisPage {
  exitPage () {
    fetch(this.$button.href, { keepalive: true, redirect: 'manual' }).catch(() => {})
    for (const box of document.querySelectorAll('textarea, input[type=text]')) box.value = ''
    super.exitPage()
    window.location.replace(this.$root.dataset.to)
  }

  resetPage () {
    if (document.body.classList.contains('govuk-exit-this-page-hide-content')) window.location.reload()
    else super.resetPage()
  }
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(CountCharacters)
createAll(ErrorSummary)
createAll(LeaveQuickly)
createAll(PasswordInput)
createAll(Radios)
createAll(SkipLink)
createAll(Button, { preventDoubleClick: true })
for (const link of document.querySelectorAll('a[data-progress]')) takeWithProgress(link)
for (const button of document.querySelectorAll('[data-prints]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
for (const button of document.querySelectorAll('[data-copies]')) {
  const box = document.getElementById(button.dataset.copies)
  const said = document.getElementById(button.dataset.says)
  button.hidden = false
  button.addEventListener('click', async () => {
    said.textContent = ''
    const done = await copied(box)
    if (done) button.focus()
    said.textContent = done ? button.dataset.done : button.dataset.selected
  })
}

// A browser may forbid both ways. The words are selected by then, so a person can still copy them by keyboard.
async function copied (box) {
  try {
    await navigator.clipboard.writeText(box.value)
    return true
  } catch {
    box.focus()
    box.select()
    return document.execCommand('copy')
  }
}
