package org.nuanxin.identity.code.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What a guess does to a phone's document, as one atomic step: the right one takes all codes away,
 * a wrong one takes a try from each code that is good.
 *
 * <p>Good are the newest code and, while it is doubtful, the one before it, and so on, as long as
 * they have time and tries left. That the database compares is no leak: it sees keyed hashes, whose
 * bytes no guess can steer.
 */
final class CodeGuess {

  private static final Document SIZE = new Document("$size", "$codes");

  private final List<String> hashes;
  private final int tries;
  private final Instant now;

  /**
   * A guess.
   *
   * @param hashes of the digits, under every key
   * @param tries how many wrong guesses a code survives, and one
   */
  CodeGuess(List<String> hashes, int tries, Instant now) {
    this.hashes = hashes;
    this.tries = tries;
    this.now = now;
  }

  List<Bson> change() {
    Document literal = new Document("$literal", hashes);
    Document right = op("$in", "$$code.hash", literal);
    return List.of(
        new Document("$set", new Document("good", good())),
        new Document("$set", new Document("right", any(op("$and", hasLeft(), right)))),
        new Document(
            "$set",
            new Document("codes", op("$cond", "$right", "$$REMOVE", oneTryLess()))
                .append("verified", op("$or", "$verified", "$right"))),
        new Document("$unset", List.of("good", "right")));
  }

  /** The newest codes, down to the first of which it is sure that it went out. */
  private static Document good() {
    Document newestFirst = new Document("$reverseArray", "$codes.doubtful");
    Document doubtful = op("$indexOfArray", newestFirst, false);
    Document count =
        op("$cond", op("$lt", doubtful, 0), SIZE, new Document("$add", List.of(doubtful, 1)));
    return op("$slice", "$codes", new Document("$multiply", List.of(-1, count)));
  }

  private static Document any(Document condition) {
    return new Document(
        "$anyElementTrue",
        List.of(
            new Document(
                "$map",
                new Document("input", "$good").append("as", "code").append("in", condition))));
  }

  private Document oneTryLess() {
    Document isGood = op("$and", op("$in", "$$code.id", "$good.id"), hasLeft());
    Document used = op("$add", "$$code.tries", op("$cond", isGood, 1, 0));
    return new Document(
        "$map",
        new Document("input", "$codes")
            .append("as", "code")
            .append("in", op("$mergeObjects", "$$code", new Document("tries", used))));
  }

  private Document hasLeft() {
    return op(
        "$and", op("$gt", "$$code.expiresAt", Date.from(now)), op("$lt", "$$code.tries", tries));
  }

  private static Document op(String operator, Object... arguments) {
    return new Document(operator, List.of(arguments));
  }
}
