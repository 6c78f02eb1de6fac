package org.nuanxin.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.notification.message.Kind;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.Param;

/**
 * The texts of every kind in every language, from the files {@code
 * templates/<language>.properties}. Whether they are complete is found when they are read, not when
 * the first person needs one.
 */
public final class Templates {

  /**
   * An SMS as it goes out.
   *
   * @param params the plain values that its text shows, by placeholder, and no others: what a text
   *     leaves out (a reviewer's own words) is not for the provider either
   */
  public record Sms(String text, Map<String, String> params) {}

  private record Texts(Text title, Text body, @Nullable Text sms) {}

  /**
   * All texts of a language.
   *
   * @param again of those kinds that have others for who comes back
   */
  private record Edition(Words words, Map<Kind, Texts> texts, Map<Kind, Texts> again) {

    Texts of(Message message) {
      Texts other = message.isOfComingBack() ? again.get(message.kind()) : null;
      return other != null
          ? other
          : Objects.requireNonNull(texts.get(message.kind()), "checked when read");
    }
  }

  private final Map<Language, Edition> editions = new EnumMap<>(Language.class);
  private final Set<Kind> bySms;

  private Templates(ZoneId zone) {
    for (Language language : Language.values()) {
      editions.put(language, edition(language, zone));
    }
    bySms = kindsBySms(Language.ZH_CN);
    for (Language language : Language.values()) {
      if (!kindsBySms(language).equals(bySms)) {
        throw new IllegalStateException("The languages differ in which kinds go by SMS");
      }
    }
  }

  /**
   * Reads the templates on the class path.
   *
   * @param zone in whose local time instants are told
   * @throws IllegalStateException when a language lacks a text
   * @throws IllegalArgumentException when a text needs a value that its kind may lack
   */
  public static Templates load(ZoneId zone) {
    return new Templates(zone);
  }

  /** Kinds that also go out by SMS. */
  public Set<Kind> bySms() {
    return bySms;
  }

  /** Title and body in the message's language. */
  public Rendered render(Message message) {
    return render(message, message.language());
  }

  /**
   * Title and body in a language, which need not be the message's. What is stored as words, a
   * union's name and a reviewer's reason, stays as it was told.
   */
  public Rendered render(Message message, Language language) {
    Edition edition = edition(language);
    Texts texts = edition.of(message);
    return new Rendered(fill(texts.title, edition, message), fill(texts.body, edition, message));
  }

  /** The SMS, in the message's language; empty where the kind has none. */
  public Optional<Sms> sms(Message message) {
    Edition edition = edition(message.language());
    return Optional.ofNullable(edition.of(message).sms)
        .map(text -> new Sms(fill(text, edition, message), shown(text, message)));
  }

  private static Map<String, String> shown(Text text, Message message) {
    Map<String, String> shown = new TreeMap<>();
    for (Param param : text.uses()) {
      String value = message.values().get(param);
      if (value != null) {
        shown.put(param.placeholder(), value);
      }
    }
    return shown;
  }

  private static String fill(Text text, Edition edition, Message message) {
    return text.fill(param ->
        Optional.ofNullable(message.values().get(param))
            .map(value -> edition.words.say(param, value)));
  }

  private Edition edition(Language language) {
    return Objects.requireNonNull(editions.get(language), "all are read");
  }

  private Set<Kind> kindsBySms(Language language) {
    return edition(language).texts.entrySet().stream()
        .filter(entry -> entry.getValue().sms != null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private static Edition edition(Language language, ZoneId zone) {
    Map<String, String> entries = read("/templates/" + language.tag() + ".properties");
    Map<Kind, Texts> texts = new EnumMap<>(Kind.class);
    Map<Kind, Texts> again = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      texts.put(kind, texts(entries, kind, kind.name()));
      if (kind.optional().contains(Param.JOINING)) {
        again.put(kind, texts(entries, kind, kind + ".again"));
      }
    }
    return new Edition(
        new Words(entries, Locale.forLanguageTag(language.tag()), zone), texts, again);
  }

  private static Texts texts(Map<String, String> entries, Kind kind, String key) {
    return new Texts(
        required(entries, kind, key + ".title"),
        required(entries, kind, key + ".body"),
        text(entries, kind, key + ".sms"));
  }

  private static Text required(Map<String, String> entries, Kind kind, String key) {
    Text text = text(entries, kind, key);
    if (text == null) {
      throw new IllegalStateException("A language lacks " + key);
    }
    return text;
  }

  private static @Nullable Text text(Map<String, String> entries, Kind kind, String key) {
    String template = entries.get(key);
    if (template == null) {
      return null;
    }
    Text text = Text.parse(template);
    if (!kind.required().containsAll(text.needs()) || !kind.optional().containsAll(text.mayUse())) {
      throw new IllegalArgumentException(
          key + " must put optional values, and only them, in brackets");
    }
    return text;
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream in = Templates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No templates " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> entries = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> entries.put(name, properties.getProperty(name)));
    return Map.copyOf(entries);
  }
}
