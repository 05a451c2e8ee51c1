package org.openimr.cli.replay;

import org.openimr.schemas.topic.Topic;

/**
 * A service by its consumer group.
 *
 * @param topic that it reads
 */
record ServiceGroup(String service, String group, Topic topic) {}
