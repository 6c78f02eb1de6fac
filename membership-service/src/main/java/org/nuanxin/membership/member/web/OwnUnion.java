package org.nuanxin.membership.member.web;

import org.nuanxin.membership.union.UnionTree;

/** The union of a person, by name in the language of the answer. */
record OwnUnion(String id, String name) {

  /** By id, which stands for the name of a union that is no longer there. */
  static OwnUnion of(String id, UnionTree unions, String language) {
    return new OwnUnion(id, unions.union(id).map(union -> union.name().in(language)).orElse(id));
  }
}
