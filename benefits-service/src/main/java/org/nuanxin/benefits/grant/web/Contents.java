package org.nuanxin.benefits.grant.web;

import java.util.List;
import java.util.Optional;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.programme.Programmes;

/**
 * What a grant holds, in words.
 *
 * @param language of the words
 */
record Contents(String language, List<String> words) {

  /** As it was told when the grant was opened. */
  static Contents of(Grant grant) {
    Opening opening = grant.opening();
    return new Contents(opening.language(), opening.contents());
  }

  /** In the language asked for, where there are words for the same in it; else as it was told. */
  static Contents in(Optional<String> asked, Grant grant, Programmes programmes) {
    Contents told = of(grant);
    return asked
        .filter(language -> !language.equals(told.language))
        .flatMap(language ->
            programmes.all().stream()
                .filter(programme -> programme.code().equals(grant.id().programme()))
                .flatMap(
                    programme -> programme.translated(told.words, told.language, language).stream())
                .map(words -> new Contents(language, words))
                .findFirst())
        .orElse(told);
  }
}
