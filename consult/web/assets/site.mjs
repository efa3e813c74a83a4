// Everything here is an extra: each page does its whole job without it.
import { Button, CharacterCount, createAll, ErrorSummary, PasswordInput, Radios, SkipLink } from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(CharacterCount)
createAll(ErrorSummary)
createAll(PasswordInput)
createAll(Radios)
createAll(SkipLink)
createAll(Button, { preventDoubleClick: true })
for (const button of document.querySelectorAll('[data-prints]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
