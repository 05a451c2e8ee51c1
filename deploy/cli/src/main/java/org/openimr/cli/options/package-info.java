/** Option groups and argument types that several commands share. */
package org.openimr.cli.options;
