package org.nuanxin.localstack.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic worker with all that an application asks for.
 *
 * @param name in Han characters, some with a middle dot
 * @param idNumber 18 digits after GB 11643, the last one may be X
 * @param phone 11 digits, without country code
 * @param occupation as in the application
 * @param platforms the platforms worked for; may be empty
 * @param employer null for those who work on their own
 * @param communityCode 12 digits, a real community or village of Sanya
 * @param language {@code zh-CN} or {@code en}
 */
public record Worker(
    String name,
    String idNumber,
    String phone,
    String occupation,
    List<String> platforms,
    @Nullable String employer,
    String communityCode,
    String language) {

  /** Keeps its own copy of the platforms. */
  public Worker {
    platforms = List.copyOf(platforms);
  }
}
