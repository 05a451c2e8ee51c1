/** What people see of the catalogue of guidelines: a table, a sheet, differences, a page. */
package org.openimr.cli.guidelines;
