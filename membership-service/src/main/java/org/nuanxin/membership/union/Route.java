package org.nuanxin.membership.union;

/** The way into a union, in the order in which they are tried. */
public enum Route {
  /** The employer has a union of its own (重点建). */
  KEY_ENTERPRISE,
  /** The industry federation of the occupation: small firms and individuals (行业建). */
  INDUSTRY,
  /** The union of the community or village, for everybody else (兜底建). */
  COMMUNITY
}
