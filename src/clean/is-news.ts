/** Whether JSON-LD calls the page a news article (`NewsArticle`, `ReportageNewsArticle`, …). `types` in lower case. */
export const isNews = (types: readonly string[]): boolean => types.some((type) => type.includes("newsarticle"))
