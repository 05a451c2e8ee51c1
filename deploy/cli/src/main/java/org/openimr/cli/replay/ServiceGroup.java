package org.openimr.cli.replay;

import org.openimr.schemas.topic.Topic;

/**
 * A service and its consumer group.
 *
 * @param topic topic that the group consumes
 */
record ServiceGroup(String service, String group, Topic topic) {}
