/** Configuration and load of a chaos run: sends letters and tracks their completion. */
package org.openimr.tools.chaos.load;
