package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.schemas.topic.Topic;

/** Checks that the broker has an authorizer and that no ACL opens a topic to everyone. */
final class AclCheck implements DoctorCheck {
  private static final String EVERYONE = "User:*";

  @Override
  public String name() {
    return "acls";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    try {
      return of(AdminFutures.get(context.admin().describeAcls(AclBindingFilter.ANY).values()));
    } catch (SecurityDisabledException e) {
      return List.of(
          DoctorFinding.warning(
              "no authorizer: every client of the broker may read and write all letters",
              "acceptable if only this machine can connect; else configure an authorizer and run"
                  + " imr acls apply"));
    } catch (AuthorizationException e) {
      return List.of(
          DoctorFinding.unknown(
              "ACLs are not visible to this principal",
              "use a principal with Describe on the cluster"));
    }
  }

  private static List<DoctorFinding> of(Collection<AclBinding> acls) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      long open = acls.stream().filter(acl -> opens(acl, topic)).count();
      if (open > 0) {
        findings.add(
            DoctorFinding.failed(
                "%s: %d ACLs grant access to everyone (%s)"
                    .formatted(topic.topicName(), open, EVERYONE),
                "remove them; imr acls list prints the ACLs that are needed"));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.ok(
              "authorizer with %d ACLs, none opens a topic to everyone".formatted(acls.size())));
    }
    return findings;
  }

  private static boolean opens(AclBinding acl, Topic topic) {
    boolean toEveryone =
        acl.entry().principal().equals(EVERYONE)
            && acl.entry().permissionType() == AclPermissionType.ALLOW;
    String name = acl.pattern().name();
    boolean matches =
        acl.pattern().patternType() == PatternType.PREFIXED
            ? topic.topicName().startsWith(name)
            : name.equals("*") || name.equals(topic.topicName());
    return toEveryone && matches && acl.pattern().resourceType() == ResourceType.TOPIC;
  }
}
