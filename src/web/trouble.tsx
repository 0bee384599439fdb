/** What is wrong, where, and how to mend it: as an error page and as an answer of the API. */
export type TroubleParts = Readonly<{ code: string; what: string; where: string; fix: string }>

/** A page that says in words why there is no page. */
export function Trouble({ what, where, fix }: TroubleParts) {
  return (
    <div class="trouble">
      <h1>{what}</h1>
      <p class="line">
        Asked for: <code>{where}</code>
      </p>
      <p>{fix}</p>
      <p>
        <a href="/">Back to the overview</a>
      </p>
    </div>
  )
}
