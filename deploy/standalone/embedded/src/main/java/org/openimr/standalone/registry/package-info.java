/** A schema registry in a process of its own. */
package org.openimr.standalone.registry;
