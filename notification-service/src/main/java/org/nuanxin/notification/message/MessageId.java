package org.nuanxin.notification.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Id of a message: {@code <member>.<milliseconds><hash of the event>}.
 *
 * <p>It derives from the event alone, so the same event always makes the same message. And it sorts
 * by member, then time: the primary index alone gives a member's inbox in order, and an insert pays
 * for no other.
 *
 * @param text the whole id
 */
public record MessageId(String text) {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TIME_CHARACTERS = 10;
  private static final int HASH_CHARACTERS = 13;
  private static final char SEPARATOR = '.';

  /**
   * The id of the message that an event makes.
   *
   * @param at when the event happened, as the event says
   * @param eventType the event's literal type
   * @param eventId the event's id, unique per source
   */
  public static MessageId of(String memberId, Instant at, String eventType, String eventId) {
    char[] tail = new char[TIME_CHARACTERS + HASH_CHARACTERS];
    write(at.toEpochMilli(), tail, 0, TIME_CHARACTERS);
    write(hash(eventType + ' ' + eventId), tail, TIME_CHARACTERS, HASH_CHARACTERS);
    return new MessageId(memberId + SEPARATOR + new String(tail));
  }

  /** What the ids of all messages of a member begin with. */
  public static String prefix(String memberId) {
    return memberId + SEPARATOR;
  }

  /** The first text after all ids of a member. */
  public static String end(String memberId) {
    return memberId + (char) (SEPARATOR + 1);
  }

  /** Whether this is an id of that member's. */
  public boolean isOf(String memberId) {
    return text.startsWith(prefix(memberId));
  }

  private static void write(long value, char[] target, int from, int characters) {
    long rest = value;
    for (int i = from + characters - 1; i >= from; i--) {
      target[i] = ALPHABET[(int) (rest & 31)];
      rest >>>= 5;
    }
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      long value = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        value = value << Byte.SIZE | digest[i] & 0xff;
      }
      return value;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
