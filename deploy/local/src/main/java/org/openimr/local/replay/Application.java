package org.openimr.local.replay;

import org.openimr.schemas.Topic;

/**
 * A service by its consumer group.
 *
 * @param topic that it reads
 */
record Application(String service, String group, Topic topic) {}
