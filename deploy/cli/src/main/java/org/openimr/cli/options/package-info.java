/** Options and argument types shared by several commands. */
package org.openimr.cli.options;
