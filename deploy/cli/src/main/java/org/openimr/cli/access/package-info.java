/**
 * {@code imr acls}: the access rules as text, as commands of Kafka's own tool, as JSON, applied.
 */
package org.openimr.cli.access;
