package org.nuanxin.membership.union;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unions of one federation and its communities. Immutable; answers from memory.
 *
 * <p>Everybody finds a union in it: every community has one.
 */
public final class UnionTree {

  private static final int SHORTEST_CORE = 2;

  private final Map<String, Union> unions = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, Community> communities = new HashMap<>();
  private final Map<EmployerName, String> keyEnterprises = new HashMap<>();
  private final Map<String, String> employers = new HashMap<>();
  private final List<String> keyEnterpriseCores;
  private final List<Union> inOrder;

  /**
   * Builds the tree.
   *
   * @throws IllegalArgumentException when a parent, a community's union or an enterprise's union is
   *     missing, or an id stands twice
   */
  public UnionTree(
      List<Union> unions, List<Community> communities, List<KeyEnterprise> keyEnterprises) {
    for (Union union : unions) {
      if (this.unions.put(union.id(), union) != null) {
        throw new IllegalArgumentException("Union " + union.id() + " stands twice");
      }
    }
    for (Union union : unions) {
      String parent = union.parent();
      if (parent != null) {
        children.computeIfAbsent(known(parent).id(), id -> new ArrayList<>()).add(union.id());
      }
    }
    this.unions.replaceAll((id, union) -> union.at(path(union)));
    communities.forEach(each -> this.communities.put(known(each.code()).id(), each));
    for (KeyEnterprise enterprise : keyEnterprises) {
      this.keyEnterprises.put(enterprise.employer(), known(enterprise.union()).id());
      employers.put(enterprise.union(), enterprise.name());
    }
    keyEnterpriseCores =
        keyEnterprises.stream()
            .map(each -> each.employer().core())
            .filter(core -> core.length() >= SHORTEST_CORE)
            .toList();
    inOrder =
        this.unions.values().stream()
            .sorted(Comparator.comparing(Union::kind).thenComparing(Union::id))
            .toList();
  }

  /**
   * Assigns a worker: key enterprise, else industry, else community.
   *
   * @param employer as the worker wrote it; null for somebody without one
   * @param community code of a known community
   */
  public Assignment assign(Occupation occupation, @Nullable String employer, String community) {
    if (employer != null) {
      String enterpriseUnion = keyEnterprises.get(EmployerName.of(employer));
      if (enterpriseUnion != null) {
        return new Assignment(known(enterpriseUnion), Route.KEY_ENTERPRISE);
      }
    }
    String industry = occupation.industryUnion();
    return industry != null
        ? new Assignment(known(industry), Route.INDUSTRY)
        : new Assignment(known(community), Route.COMMUNITY);
  }

  /** Whether an employer may be a key enterprise under another name, so that a human must look. */
  public boolean resemblesKeyEnterprise(@Nullable String employer) {
    if (employer == null) {
      return false;
    }
    EmployerName name = EmployerName.of(employer);
    return !keyEnterprises.containsKey(name)
        && keyEnterpriseCores.stream().anyMatch(name.folded()::contains);
  }

  /** The union with this id. */
  public Optional<Union> union(String id) {
    return Optional.ofNullable(unions.get(id));
  }

  /** The registered name of the key enterprise whose union this is; empty for other unions. */
  public Optional<String> employerOf(String union) {
    return Optional.ofNullable(employers.get(union));
  }

  /** The community with this code. */
  public Optional<Community> community(String code) {
    return Optional.ofNullable(communities.get(code));
  }

  /** Whether a union lies in one of the subtrees. Unknown roots hold nothing. */
  public boolean isWithin(String union, Collection<String> roots) {
    for (Union at = unions.get(union); at != null; at = parentOf(at)) {
      if (roots.contains(at.id())) {
        return true;
      }
    }
    return false;
  }

  /** The ids of a union and of all below it; empty when it is unknown. */
  public Set<String> subtree(String root) {
    Set<String> ids = new LinkedHashSet<>();
    collect(root, ids);
    return ids;
  }

  /** All unions: by kind, then by id. */
  public List<Union> unions() {
    return inOrder;
  }

  /** All communities, by code. */
  public List<Community> communities() {
    return communities.values().stream().sorted(Comparator.comparing(Community::code)).toList();
  }

  private void collect(String id, Set<String> ids) {
    if (unions.containsKey(id) && ids.add(id)) {
      children.getOrDefault(id, List.of()).forEach(child -> collect(child, ids));
    }
  }

  /** From the root down. A ring has no root, so it is cut where it closes. */
  private List<String> path(Union union) {
    LinkedHashSet<String> upwards = new LinkedHashSet<>();
    Union at = union;
    while (at != null && upwards.add(at.id())) {
      at = parentOf(at);
    }
    return List.copyOf(upwards.reversed());
  }

  private @Nullable Union parentOf(Union union) {
    String parent = union.parent();
    return parent == null ? null : unions.get(parent);
  }

  private Union known(String id) {
    Union union = unions.get(id);
    if (union == null) {
      throw new IllegalArgumentException("There is no union " + id);
    }
    return union;
  }
}
