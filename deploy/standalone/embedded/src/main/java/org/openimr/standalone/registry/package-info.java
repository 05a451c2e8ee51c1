/** An embedded schema registry in a separate process. */
package org.openimr.standalone.registry;
