package org.openimr.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The operations that a role may perform on a resource.
 *
 * @param operations of Kafka; READ, WRITE and DELETE imply DESCRIBE
 * @param reason human-readable
 */
public record Grant(
    AccessRole role, AclResource resource, Set<AclOperation> operations, String reason) {
  private static final Set<AclOperation> IMPLIES_DESCRIBE = Set.of(READ, WRITE, DELETE);

  public Grant {
    operations = Collections.unmodifiableSet(new TreeSet<>(operations));
  }

  /** Whether this grant allows an operation. */
  public boolean allows(
      AccessRole accessRole, AclOperation operation, ResourceType type, String name) {
    return role == accessRole
        && resource.covers(type, name)
        && (operations.contains(operation)
            || (operation == DESCRIBE && operations.stream().anyMatch(IMPLIES_DESCRIBE::contains)));
  }

  /**
   * The ACLs of the broker.
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
