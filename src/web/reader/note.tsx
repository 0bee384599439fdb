import type { Fact } from "./fact.ts"
import type { Noted } from "./noted.ts"

/**
 * What is told of one mark: hidden until the mark is pointed at or focused, or the note itself is jumped to. It stands
 * outside of the paragraph, so that nothing of it is copied with the text.
 */
export function Note({ note: one }: Readonly<{ note: Noted }>) {
  const { note, id, kind, words, facts } = one
  return (
    <div class="note" id={`note-${id}`} data-says={note}>
      <p class="note-head">
        <span class="role">{kind}</span> <q>{words.replace(/\s+/g, " ").trim()}</q>
      </p>
      <dl>
        {facts.map((fact) => (
          <FactLine key={fact.name} fact={fact} />
        ))}
      </dl>
      <a class="close" href={`#in-${id}`}>
        close
      </a>
    </div>
  )
}

function FactLine({ fact: { name, value, open, href } }: Readonly<{ fact: Fact }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={open ? "open" : undefined}>{href ? <a href={href}>{value}</a> : value}</dd>
    </div>
  )
}
