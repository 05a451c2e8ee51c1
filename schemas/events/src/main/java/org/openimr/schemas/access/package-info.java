/**
 * Who may do what on the broker. The one source of all access rules: the command {@code imr acls}
 * prints and applies them, the documentation and the charts repeat them, and a test tries all that
 * they don't grant.
 */
package org.openimr.schemas.access;
