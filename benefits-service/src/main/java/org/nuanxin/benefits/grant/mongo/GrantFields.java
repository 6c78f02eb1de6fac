package org.nuanxin.benefits.grant.mongo;

/** Names of a grant's fields as stored; short, because there are millions. */
final class GrantFields {

  static final String COLLECTION = "grants";

  static final String ID = "_id";
  static final String FEDERATION = "f";
  static final String PROGRAMME = "p";
  static final String JOINING = "jo";
  static final String PHONE_INDEX = "px";
  static final String PHONE_SEQUENCE = "ps";

  /** The unions from the root down; not there where the joining did not tell them. */
  static final String UNION_PATH = "u";

  static final String LANGUAGE = "l";
  static final String CONTENTS = "c";
  static final String FROM = "vf";
  static final String UNTIL = "vu";
  static final String TRACEPARENT = "tp";
  static final String STATE = "s";
  static final String REFERENCE = "ref";
  static final String ISSUED_AT = "ia";
  static final String USED_AT = "ua";
  static final String REASON = "wr";

  /** Since when it waits, or is refused; nothing else has it. */
  static final String SINCE = "ws";

  static final String EXPECTED_BY = "we";
  static final String DUE = "due";
  static final String ATTEMPTS = "at";
  static final String UNSURE = "un";
  static final String FAILURE = "fr";
  static final String CLAIM = "cl";
  static final String CANCEL_REQUESTED = "cr";
  static final String FIRST = "e";
  static final String END = "end";

  private GrantFields() {}
}
