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

/** Who may do what with the topics, as far as this principal may see it. */
final class AclCheck implements DoctorCheck {
  private static final String ANYONE = "User:*";

  @Override
  public String name() {
    return "rights";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    try {
      return of(AdminFutures.get(installation.admin().describeAcls(AclBindingFilter.ANY).values()));
    } catch (SecurityDisabledException e) {
      return List.of(
          DoctorFinding.note(
              "no authorizer: whoever reaches the broker may read and write all letters",
              "fine where only this machine reaches it; else give it an authorizer, and the rights"
                  + " of imr acls list"));
    } catch (AuthorizationException e) {
      return List.of(
          DoctorFinding.unseen(
              "ACLs are not shown to this principal", "ask as one that may Describe the cluster"));
    }
  }

  private static List<DoctorFinding> of(Collection<AclBinding> acls) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      long open = acls.stream().filter(acl -> opens(acl, topic)).count();
      if (open > 0) {
        findings.add(
            DoctorFinding.wrong(
                "%s: %d ACLs allow it to anyone (%s)".formatted(topic.topicName(), open, ANYONE),
                "remove them; imr acls list has all that anyone needs"));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.right(
              "an authorizer with %d ACLs; none opens a topic to anyone".formatted(acls.size())));
    }
    return findings;
  }

  private static boolean opens(AclBinding acl, Topic topic) {
    boolean toAnyone =
        acl.entry().principal().equals(ANYONE)
            && acl.entry().permissionType() == AclPermissionType.ALLOW;
    String name = acl.pattern().name();
    boolean matches =
        acl.pattern().patternType() == PatternType.PREFIXED
            ? topic.topicName().startsWith(name)
            : name.equals("*") || name.equals(topic.topicName());
    return toAnyone && matches && acl.pattern().resourceType() == ResourceType.TOPIC;
  }
}
