// Takes a file that is long in the making: says how far it has come, and stops when asked. Without this, the link
// alone brings the same file. What is shown is copied from the page's template, which also has all the words.
const LATE = 1000 // milliseconds after which a file is long in the making
const SELDOM = 10000 // milliseconds between two things that are said aloud

export function takeWithProgress (link) {
  let running = null
  link.addEventListener('click', event => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (running) return
    running = new Taking(link).run().then(() => { running = null })
  })
}

class Taking {
  constructor (link) {
    const shape = document.getElementById('taking')
    this.link = link
    this.words = shape.dataset
    this.aloud = document.getElementById('taking-aloud')
    this.block = shape.content.firstElementChild.cloneNode(true)
    this.bar = this.block.querySelector('progress')
    this.button = this.block.querySelector('button')
    this.stopping = new AbortController()
    this.bar.setAttribute('aria-label', link.textContent)
    this.button.setAttribute('aria-label', `${this.button.textContent.trim()}: ${link.textContent}`)
    this.button.addEventListener('click', () => this.stopping.abort())
  }

  async run () {
    const late = setTimeout(() => this.appear(), LATE)
    const before = this.link.parentElement.querySelector('.app-taking') || this.link.parentElement.nextElementSibling
    if (before && before.matches('.app-taking')) before.remove()
    try {
      this.end(this.words.done.replace('{}', await this.fetched()))
    } catch {
      this.appear()
      if (this.stopping.signal.aborted) this.end(this.words.stopped)
      else this.fail()
    } finally {
      clearTimeout(late)
    }
  }

  // Saves the file under the name that the server gives it, and returns the name.
  async fetched () {
    const answer = await fetch(this.link.href, { signal: this.stopping.signal })
    const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') || '')
    // Without a name it is no file: an error, or the page on which to sign in again.
    if (!answer.ok || !name) throw new TypeError('no file')
    const pieces = []
    const reader = answer.body.getReader()
    for (let size = 0, piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value)
      this.tell(size += piece.value.length)
    }
    const made = document.createElement('a')
    made.href = URL.createObjectURL(new Blob(pieces, { type: answer.headers.get('Content-Type') }))
    made.download = name[1]
    made.click()
    setTimeout(() => URL.revokeObjectURL(made.href), 60000)
    return name[1]
  }

  appear () {
    if (this.block.isConnected) return
    const place = this.link.parentElement
    if (place.matches('li')) place.append(this.block)
    else place.after(this.block)
    this.show(this.words.begun)
    this.say(this.words.begun)
  }

  tell (size) {
    const millions = (size / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
    const text = this.words.sofar.replace('{}', millions)
    this.show(text)
    if (this.block.isConnected && Date.now() - this.said > SELDOM) this.say(text)
  }

  show (text) {
    this.block.firstElementChild.textContent = text
  }

  say (text) {
    this.said = Date.now()
    this.aloud.textContent = text
  }

  // Takes the bar and the button away. Whoever stood on the button is back at the link, and nobody else is moved.
  end (text) {
    if (document.activeElement === this.button) this.link.focus()
    this.bar.remove()
    this.button.remove()
    this.show(text)
    this.say(text)
  }

  fail () {
    this.end(this.words.failed)
    const plain = document.createElement('a')
    plain.className = 'govuk-link'
    plain.href = this.link.href
    plain.textContent = this.words.again
    this.block.append(plain)
  }
}
