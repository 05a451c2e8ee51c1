package org.openimr.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a role may do to a resource.
 *
 * @param operations Kafka's own; READ, WRITE and DELETE bring DESCRIBE with them
 * @param why a few words for people
 */
public record Grant(
    AccessRole role, AclResource resource, Set<AclOperation> operations, String reason) {
  private static final Set<AclOperation> WITH_DESCRIBE = Set.of(READ, WRITE, DELETE);

  public Grant {
    operations = java.util.Collections.unmodifiableSet(new TreeSet<>(operations));
  }

  /** Whether it allows this. */
  public boolean allows(AccessRole who, AclOperation operation, ResourceType type, String name) {
    return role == who
        && resource.covers(type, name)
        && (operations.contains(operation)
            || operation == DESCRIBE && operations.stream().anyMatch(WITH_DESCRIBE::contains));
  }

  /**
   * As the broker keeps it.
   *
   * @param principal of the role, e.g. {@code User:imr-ingest}
   */
  public List<AclBinding> bindings(String principal) {
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    resource.pattern(),
                    new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)))
        .toList();
  }
}
