// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Swift cannot do itself: return from an abort inside GLPK (setjmp may not cross Swift
// frames), and be called back by it. Every function that calls GLPK runs under a guard: when GLPK
// would end the process, its environment is freed with all that it holds, and the function returns
// GLPK_ABORTED. Arrays count from 1, as GLPK's do; element 0 is not read.

#ifndef CGLPK_SHIM_H
#define CGLPK_SHIM_H

#include <float.h>
#include <glpk.h>
#include <limits.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { GLPK_ABORTED = -1 };

#define GLPK_GUARD static __attribute__((noinline, unused))

/* A problem, where to return to when GLPK aborts, and what it said then. Belongs to one thread. */
typedef struct glpk_scope {
  glp_prob *problem; /* NULL after an abort and after the end */
  jmp_buf home;
  size_t length;
  char message[512];
} glpk_scope;

/* Runs a statement that calls GLPK; makes the function return when it aborts. */
#define GLPK_CALL(scope, ...)                           \
  do {                                                  \
    if ((scope)->problem == NULL) return GLPK_ABORTED;  \
    if (_setjmp((scope)->home) != 0) return GLPK_ABORTED; \
    glp_error_hook(glpk_recover, (scope));              \
    __VA_ARGS__;                                        \
    glp_error_hook(NULL, NULL);                         \
  } while (0)

/* Keeps what GLPK prints, which with output off is only what it says before it aborts. */
GLPK_GUARD int glpk_listen(void *info, const char *text) {
  glpk_scope *scope = (glpk_scope *)info;
  size_t room = sizeof scope->message - 1 - scope->length;
  size_t count = strlen(text);
  if (count > room) count = room;
  memcpy(scope->message + scope->length, text, count);
  scope->length += count;
  scope->message[scope->length] = 0;
  return 1;
}

GLPK_GUARD void glpk_recover(void *info) {
  glpk_scope *scope = (glpk_scope *)info;
  scope->problem = NULL;
  glp_free_env();
  _longjmp(scope->home, 1);
}

GLPK_GUARD int glpk_create(glpk_scope *scope, int megabytes) {
  if (_setjmp(scope->home) != 0) return GLPK_ABORTED;
  glp_error_hook(glpk_recover, scope);
  if (megabytes > 0) glp_mem_limit(megabytes);
  scope->problem = glp_create_prob();
  glp_set_obj_dir(scope->problem, GLP_MIN);
  glp_error_hook(NULL, NULL);
  return 0;
}

/* An empty problem to be minimized, with this thread's output off; NULL when there is no memory.
   Without a problem in it, the message says why. Memory is not limited when megabytes is 0. */
GLPK_GUARD glpk_scope *glpk_scope_begin(int megabytes) {
  glpk_scope *scope = (glpk_scope *)calloc(1, sizeof(glpk_scope));
  if (scope == NULL) return NULL;
  if (glp_init_env() > 1) {
    free(scope);
    return NULL;
  }
  glp_term_out(GLP_OFF);
  glp_term_hook(glpk_listen, scope);
  glpk_create(scope, megabytes);
  return scope;
}

/* Frees everything that GLPK holds on this thread; what is left can only be asked and freed. */
GLPK_GUARD void glpk_scope_end(glpk_scope *scope) {
  scope->problem = NULL;
  glp_free_env();
}

GLPK_GUARD void glpk_scope_free(glpk_scope *scope) { free(scope); }

static inline int glpk_is_open(const glpk_scope *scope) { return scope->problem != NULL; }

static inline const char *glpk_message(const glpk_scope *scope) { return scope->message; }

/* Bounds beyond the largest number are none. */
static inline int glpk_bound_kind(double lower, double upper) {
  int bounded_below = lower >= -DBL_MAX, bounded_above = upper <= DBL_MAX;
  if (!bounded_below) return bounded_above ? GLP_UP : GLP_FR;
  if (!bounded_above) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

GLPK_GUARD int glpk_set_objective_constant(glpk_scope *scope, double constant) {
  GLPK_CALL(scope, glp_set_obj_coef(scope->problem, 0, constant));
  return 0;
}

/* The entries of row or column k (from 1) are starts[k] + 1 ... starts[k + 1]. */
GLPK_GUARD int glpk_add_rows(
  glpk_scope *scope, int count, const double *lower, const double *upper, const int *starts,
  const int *columns, const double *coefficients
) {
  GLPK_CALL(scope, {
    glp_prob *problem = scope->problem;
    int first = glp_add_rows(problem, count);
    for (int k = 1; k <= count; k++) {
      int row = first + k - 1;
      glp_set_row_bnds(problem, row, glpk_bound_kind(lower[k], upper[k]), lower[k], upper[k]);
      glp_set_mat_row(
        problem, row, starts[k + 1] - starts[k], columns + starts[k], coefficients + starts[k]
      );
    }
  });
  return 0;
}

GLPK_GUARD int glpk_add_columns(
  glpk_scope *scope, int count, const double *lower, const double *upper, const double *cost,
  const int *is_integer, const int *starts, const int *rows, const double *coefficients
) {
  GLPK_CALL(scope, {
    glp_prob *problem = scope->problem;
    int first = glp_add_cols(problem, count);
    for (int k = 1; k <= count; k++) {
      int column = first + k - 1;
      glp_set_col_kind(problem, column, is_integer[k] ? GLP_IV : GLP_CV);
      glp_set_col_bnds(problem, column, glpk_bound_kind(lower[k], upper[k]), lower[k], upper[k]);
      glp_set_obj_coef(problem, column, cost[k]);
      glp_set_mat_col(
        problem, column, starts[k + 1] - starts[k], rows + starts[k], coefficients + starts[k]
      );
    }
  });
  return 0;
}

GLPK_GUARD int glpk_set_row_bounds(glpk_scope *scope, int row, double lower, double upper) {
  GLPK_CALL(
    scope,
    glp_set_row_bnds(scope->problem, row, glpk_bound_kind(lower, upper), lower, upper)
  );
  return 0;
}

GLPK_GUARD int glpk_set_column_bounds(glpk_scope *scope, int column, double lower, double upper) {
  GLPK_CALL(
    scope,
    glp_set_col_bnds(scope->problem, column, glpk_bound_kind(lower, upper), lower, upper)
  );
  return 0;
}

GLPK_GUARD int glpk_set_cost(glpk_scope *scope, int column, double cost) {
  GLPK_CALL(scope, glp_set_obj_coef(scope->problem, column, cost));
  return 0;
}

/* Sets *lost_basis when one of the columns was basic. */
GLPK_GUARD int glpk_remove_columns(
  glpk_scope *scope, int count, const int *columns, int *lost_basis
) {
  GLPK_CALL(scope, {
    for (int k = 1; k <= count; k++) {
      if (glp_get_col_stat(scope->problem, columns[k]) == GLP_BS) *lost_basis = 1;
    }
    glp_del_cols(scope->problem, count, columns);
  });
  return 0;
}

GLPK_GUARD int glpk_construct_basis(glpk_scope *scope) {
  GLPK_CALL(scope, glp_adv_basis(scope->problem, 0));
  return 0;
}

/* What the simplex method came to. */
typedef struct glpk_relaxation {
  int code;   /* what glp_simplex returned */
  int status; /* what glp_get_status returns */
  int pivots;
  double objective;
} glpk_relaxation;

GLPK_GUARD int glpk_solve_relaxation(
  glpk_scope *scope, int pivot_limit, int milliseconds, glpk_relaxation *result
) {
  GLPK_CALL(scope, {
    glp_smcp settings;
    int before = glp_get_it_cnt(scope->problem);
    glp_init_smcp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    settings.meth = GLP_PRIMAL;
    settings.pricing = GLP_PT_PSE;
    settings.presolve = GLP_OFF;
    settings.it_lim = pivot_limit;
    settings.tm_lim = milliseconds;
    result->code = glp_simplex(scope->problem, &settings);
    result->status = glp_get_status(scope->problem);
    result->pivots = glp_get_it_cnt(scope->problem) - before;
    result->objective = glp_get_obj_val(scope->problem);
  });
  return 0;
}

GLPK_GUARD int glpk_read_relaxation(
  glpk_scope *scope, double *values, double *reduced_costs, double *duals
) {
  GLPK_CALL(scope, {
    int rows = glp_get_num_rows(scope->problem), columns = glp_get_num_cols(scope->problem);
    for (int column = 1; column <= columns; column++) {
      values[column] = glp_get_col_prim(scope->problem, column);
      reduced_costs[column] = glp_get_col_dual(scope->problem, column);
    }
    for (int row = 1; row <= rows; row++) duals[row] = glp_get_row_dual(scope->problem, row);
  });
  return 0;
}

/* Gets a node's values and may write a solution over them; tells whether it did. */
typedef int (*glpk_improver)(void *context, double *values);

/* What a branch-and-bound search may do. */
typedef struct glpk_search_limits {
  int nodes;
  int pivots;
  int milliseconds;
  double gap;
} glpk_search_limits;

/* What came of it. */
typedef struct glpk_search_result {
  int code;   /* what glp_intopt returned */
  int status; /* what glp_mip_status returns */
  int nodes;
  int pivots;
  int improvements;
  double bound; /* -DBL_MAX when none is known */
} glpk_search_result;

typedef struct glpk_search {
  const glpk_search_limits *limits;
  glpk_search_result *result;
  const double *incumbent; /* or NULL */
  glpk_improver improver;  /* or NULL */
  void *context;
  double *values; /* room for one point */
  int first_pivot;
} glpk_search;

static inline void glpk_offer_points(glp_tree *tree, glpk_search *search) {
  if (search->incumbent != NULL) {
    glp_ios_heur_sol(tree, search->incumbent);
    search->incumbent = NULL;
  }
  if (search->improver == NULL) return;
  glp_prob *problem = glp_ios_get_prob(tree);
  int columns = glp_get_num_cols(problem);
  for (int column = 1; column <= columns; column++) {
    search->values[column] = glp_get_col_prim(problem, column);
  }
  if (search->improver(search->context, search->values)) {
    search->result->improvements += glp_ios_heur_sol(tree, search->values) == 0;
  }
}

static inline void glpk_note_bound(glp_tree *tree, glpk_search_result *result) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = glp_ios_node_bound(tree, best);
  if (bound > result->bound) result->bound = bound;
}

static inline void glpk_count_node(glp_tree *tree, glpk_search *search) {
  int pivots = glp_get_it_cnt(glp_ios_get_prob(tree)) - search->first_pivot;
  if (search->result->nodes >= search->limits->nodes || pivots >= search->limits->pivots) {
    glp_ios_terminate(tree);
  } else {
    search->result->nodes += 1;
  }
}

GLPK_GUARD void glpk_search_step(glp_tree *tree, void *info) {
  glpk_search *search = (glpk_search *)info;
  switch (glp_ios_reason(tree)) {
  case GLP_ISELECT:
  case GLP_IBRANCH:
    glpk_note_bound(tree, search->result);
    break;
  case GLP_IPREPRO:
    glpk_note_bound(tree, search->result);
    glpk_count_node(tree, search);
    break;
  case GLP_IHEUR:
    glpk_offer_points(tree, search);
    break;
  }
}

/* The incumbent and the improver may be NULL; values is room for one point. */
GLPK_GUARD int glpk_search_integers(
  glpk_scope *scope, const glpk_search_limits *limits, const double *incumbent,
  glpk_improver improver, void *context, double *values, glpk_search_result *result
) {
  GLPK_CALL(scope, {
    glp_iocp settings;
    glpk_search search = {limits, result, incumbent, improver, context, values, 0};
    search.first_pivot = glp_get_it_cnt(scope->problem);
    result->bound = -DBL_MAX;
    glp_init_iocp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    settings.br_tech = GLP_BR_PCH;
    settings.bt_tech = GLP_BT_BLB;
    settings.presolve = GLP_OFF;
    settings.mip_gap = limits->gap;
    settings.tm_lim = limits->milliseconds;
    settings.cb_func = glpk_search_step;
    settings.cb_info = &search;
    result->code = glp_intopt(scope->problem, &settings);
    result->status = glp_mip_status(scope->problem);
    result->pivots = glp_get_it_cnt(scope->problem) - search.first_pivot;
  });
  return 0;
}

GLPK_GUARD int glpk_read_integers(glpk_scope *scope, double *values) {
  GLPK_CALL(scope, {
    int columns = glp_get_num_cols(scope->problem);
    for (int column = 1; column <= columns; column++) {
      values[column] = glp_mip_col_val(scope->problem, column);
    }
  });
  return 0;
}

/* Runs a body on a thread of its own and waits for its end; tells whether it could not. */
static inline int glpk_run_on_thread(size_t stack, void *(*body)(void *), void *context) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return 1;
  int failed = pthread_attr_setstacksize(&attributes, stack) != 0
    || pthread_create(&thread, &attributes, body, context) != 0
    || pthread_join(thread, NULL) != 0;
  pthread_attr_destroy(&attributes);
  return failed;
}

#endif
