/**
 * The access rules of the broker. The command {@code imr acls} prints and applies them, the
 * documentation and the chart repeat them, and a test tries everything that they do not grant.
 */
package org.openimr.schemas.access;
