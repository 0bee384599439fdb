import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CoreNLP's quotations and who speaks them, as predictions that `eval attribution` reads (offsets in UTF-16 units).
 * Arguments: a folder of .txt files and how many of them, by name (0: all). Predictions go to stdout, the speed, of one thread, to stderr.
 */
public final class CoreNlpQuotes {
  private static final String NEEDED = "tokenize,pos,lemma,ner,depparse,coref,quote";

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", NEEDED);
    properties.setProperty("threads", "1");
    properties.setProperty("coref.algorithm", "statistical");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    List<Path> files = textsOf(Path.of(args[0]), Integer.parseInt(args[1]));
    pipeline.annotate(new Annotation(Files.readString(files.get(0))));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long words = 0;
    long nanoseconds = 0;
    for (Path file : files) {
      String text = Files.readString(file);
      Annotation document = new Annotation(text);
      long start = clock.getCurrentThreadCpuTime();
      pipeline.annotate(document);
      nanoseconds += clock.getCurrentThreadCpuTime() - start;
      words += Stream.of(text.split("[^\\p{L}\\p{N}_]+")).filter(word -> !word.isEmpty()).count();
      System.out.println("{\"file\": \"" + file.getFileName() + "\", \"attributions\": [" + attributionsOf(document) + "]}");
    }
    System.err.printf("%d texts, %d words, %.0f words per second of processor time%n", files.size(), words, words / (nanoseconds / 1e9));
  }

  private static List<Path> textsOf(Path folder, int most) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      Stream<Path> texts = all.filter(path -> path.toString().endsWith(".txt")).sorted();
      return (most > 0 ? texts.limit(most) : texts).collect(Collectors.toList());
    }
  }

  private static String attributionsOf(Annotation document) {
    List<CoreMap> quotes = document.get(CoreAnnotations.QuotationsAnnotation.class);
    List<CoreLabel> tokens = document.get(CoreAnnotations.TokensAnnotation.class);
    if (quotes == null) return "";
    return quotes.stream().map(quote -> toJson(quote, tokens)).collect(Collectors.joining(", "));
  }

  /** It names no cue, and one piece of content a quotation. */
  private static String toJson(CoreMap quote, List<CoreLabel> tokens) {
    Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
    Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
    String source = first == null || last == null
        ? ""
        : span(tokens.get(first).beginPosition(), tokens.get(last).endPosition());
    int start = quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
    int end = quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
    return "{\"source\": [" + source + "], \"cue\": [], \"content\": [" + span(start, end) + "]}";
  }

  private static String span(int start, int end) {
    return "[" + start + ", " + end + "]";
  }
}
