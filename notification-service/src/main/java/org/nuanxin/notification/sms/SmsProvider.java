package org.nuanxin.notification.sms;

import java.util.List;
import java.util.Map;

/** Port to whoever delivers SMS. */
public interface SmsProvider {

  /**
   * What is to be delivered.
   *
   * @param key under which the provider delivers it once, however often it is sent
   * @param phone E.164
   * @param template code of the kind of message
   * @param params values of the text, for providers that fill templates of their own
   */
  record Text(String key, String phone, String template, String text, Map<String, String> params) {

    /** Leaves phone and text out of logs. */
    @Override
    public String toString() {
      return "Text[" + key + "]";
    }
  }

  /** What became of it. */
  enum Outcome {
    /** The provider has it. */
    ACCEPTED,
    /** The provider will never take it. */
    REFUSED,
    /** It may have it or not: an answer got lost or came too late. */
    UNSURE,
    /** It was not asked, since it has been failing. */
    NOT_TRIED,
    /** It takes no texts together; this one may be sent by itself. */
    ONLY_SINGLY
  }

  /**
   * Hands a text over, with a few tries in place, within seconds. Before any try but a first one
   * the provider is asked by the key whether it has it.
   *
   * @param unsure whether an earlier call may have succeeded
   */
  Outcome deliver(Text text, boolean unsure);

  /**
   * Hands several texts over in one call. Each has its own outcome; an answer that is lost leaves
   * them all unsure, and none is tried again in place.
   *
   * @param texts of which no earlier call may have delivered any
   * @return one outcome for each, in the same order
   */
  List<Outcome> deliver(List<Text> texts);
}
