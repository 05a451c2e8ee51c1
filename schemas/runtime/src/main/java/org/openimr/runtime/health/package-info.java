/** Health checks of a service and the report that combines them. */
package org.openimr.runtime.health;
