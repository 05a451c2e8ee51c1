/** Events with known content in each field. */
package org.openimr.testkit.event;
