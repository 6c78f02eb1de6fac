package org.nuanxin.notification.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nuanxin.notification.message.Param;

/**
 * One text with places for values. A value is put in as it is and never read again, so braces in a
 * reviewer's words stay braces.
 */
final class Text {

  private sealed interface Part {
    record Words(String words) implements Part {}

    record Value(Param param) implements Part {}

    record Maybe(Text text) implements Part {}
  }

  private static final Pattern SIGN = Pattern.compile("\\{([a-zA-Z]+)}|\\[([^\\[\\]]*)]");

  private final List<Part> parts;

  private Text(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when it names a value that no message has
   */
  static Text parse(String template) {
    List<Part> parts = new ArrayList<>();
    Matcher sign = SIGN.matcher(template);
    int end = 0;
    while (sign.find()) {
      parts.add(new Part.Words(template.substring(end, sign.start())));
      parts.add(
          sign.group(1) == null
              ? new Part.Maybe(parse(sign.group(2)))
              : new Part.Value(param(sign.group(1))));
      end = sign.end();
    }
    parts.add(new Part.Words(template.substring(end)));
    return new Text(parts);
  }

  private static Param param(String placeholder) {
    return Param.ofPlaceholder(placeholder)
        .orElseThrow(() -> new IllegalArgumentException("No value is named {" + placeholder + "}"));
  }

  /** Values it cannot do without. */
  Set<Param> needs() {
    Set<Param> needed = EnumSet.noneOf(Param.class);
    for (Part part : parts) {
      if (part instanceof Part.Value value) {
        needed.add(value.param);
      }
    }
    return needed;
  }

  /** Values that it shows where they are there. */
  Set<Param> mayUse() {
    Set<Param> used = EnumSet.noneOf(Param.class);
    for (Part part : parts) {
      if (part instanceof Part.Maybe maybe) {
        used.addAll(maybe.text.needs());
      }
    }
    return used;
  }

  /** Values that it may show. */
  Set<Param> uses() {
    Set<Param> used = needs();
    used.addAll(mayUse());
    return used;
  }

  /**
   * The text with its values in place; a part in brackets is left out when one of its values is
   * absent.
   *
   * @throws IllegalArgumentException when a value outside brackets is absent
   */
  String fill(Function<Param, Optional<String>> values) {
    StringBuilder text = new StringBuilder(160);
    for (Part part : parts) {
      switch (part) {
        case Part.Words words -> text.append(words.words);
        case Part.Value value ->
            text.append(
                values
                    .apply(value.param)
                    .orElseThrow(
                        () -> new IllegalArgumentException("No value for " + value.param)));
        case Part.Maybe maybe -> {
          if (maybe.text.needs().stream().allMatch(param -> values.apply(param).isPresent())) {
            text.append(maybe.text.fill(values));
          }
        }
      }
    }
    return text.toString();
  }
}
