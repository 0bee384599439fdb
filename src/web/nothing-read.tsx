/** What to do with a ledger in which nothing lies yet. */
export function NothingRead() {
  return (
    <div class="notice">
      <h2>Nothing has been read yet</h2>
      <p>The ledger is empty, so there is nothing to show. Read an article, a page or a folder into it:</p>
      <pre>
        <code>
          counterclaim read article.html{"\n"}counterclaim read https://news.example/story{"\n"}counterclaim read
          folder/
        </code>
      </pre>
      <p>Then load this page again.</p>
    </div>
  )
}
